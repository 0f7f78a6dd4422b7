#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Runs services of a build that has landed beside those of this one, on the same topics and schema:
# e2e/upgrade-check.sh COMMIT (JAVA_HOME: a JDK 25). Builds the commit in a folder of its own first.
set -eu

commit=$(git rev-parse --verify "${1:?"expected: a commit that has landed"}^{commit}")
root=$(git rev-parse --show-toplevel)
base=$(mktemp -d)
trap 'git -C "$root" worktree remove --force "$base/tree"; rm -rf "$base"' EXIT
services=gateway,generator-service,critic-service,refine-service,verifier-service

git -C "$root" worktree add --quiet --detach "$base/tree" "$commit"
(cd "$base/tree" && mvn -q -Dfast -DskipTests -pl "$services,db" -am package)
cd "$root"
# What failed in another module some other time would be taken for a failure of this run.
rm -f ./*/target/failsafe-reports/failsafe-summary.xml ./*/*/target/failsafe-reports/failsafe-summary.xml
mvn -q -Dfast -pl e2e -am verify -Dtest=NONE -Dit.test=UpgradeIT -Dassay.base="$base/tree" \
  -Dsurefire.failIfNoSpecifiedTests=false -Dfailsafe.failIfNoSpecifiedTests=false
