// SPDX-License-Identifier: Apache-2.0

// Command compose-check reads a compose file as Docker Compose does, strictly, and ends with what it
// would refuse: compose-check docker-compose.yml [variables.env].
package main

import (
	"context"
	"fmt"
	"os"

	"github.com/compose-spec/compose-go/v2/cli"
)

func main() {
	if len(os.Args) < 2 {
		fmt.Fprintln(os.Stderr, "compose-check: no file (expected: compose-check FILE [VARIABLES])")
		os.Exit(2)
	}
	if err := check(os.Args[1], os.Args[2:]); err != nil {
		fmt.Fprintln(os.Stderr, "compose-check:", err)
		os.Exit(1)
	}
}

func check(file string, variables []string) error {
	options, err := cli.NewProjectOptions([]string{file},
		cli.WithEnvFiles(variables...),
		cli.WithDotEnv,
		cli.WithDefaultProfiles(),
		cli.WithInterpolation(true),
		cli.WithNormalization(true),
		cli.WithConsistency(true))
	if err != nil {
		return err
	}
	project, err := options.LoadProject(context.Background())
	if err != nil {
		return err
	}
	fmt.Printf("%d services\n", len(project.Services))
	return nil
}
