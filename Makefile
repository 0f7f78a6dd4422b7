# The menu. Everything here is a line of ./assay or of mvn; nothing needs make.
JAVA := $(if $(JAVA_HOME),$(JAVA_HOME)/bin/java,java)
.DEFAULT_GOAL := help
.PHONY: help ask serve bench recorded overhead scaling readme configuration train memory training-profile build test verify images containers format clean freeze-contracts upgrade-check

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## /{printf "  make %-16s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

ask: ## answer a question: make ask Q="((1 + 2 + 3 + 4) * (5 - 6 + 7 * 8)) ="
	./assay ask "$(Q)"

serve: ## run the whole system on http://127.0.0.1:8080
	./assay serve

bench: ## 250 fresh problems through the running loop, one table
	./assay bench bbh --generated 250 --seed 1

recorded: ## judgement and selection on recorded outputs: make recorded DATA=DIR (docs/bench.md)
	./assay bench recorded --dataset "$(DATA)"

overhead: ## what the loop costs beside its model calls (docs/bench.md)
	./assay bench overhead

scaling: ## accuracy against model calls, with a picture: make scaling DATA=DIR (docs/bench.md)
	./assay bench scaling --dataset "$(DATA)"

train: ## make the embedded models anew, as docs/training.md says
	./assay train arithmetic --minutes 45 --seed 20261125

readme: ## the README's tables from docs/results, which hold what commands measured (docs/bench.md)
	mvn -q -Dfast -pl architecture -am test -Dtest=ReadmeTests -Dreadme=write \
	  -Dsurefire.failIfNoSpecifiedTests=false

configuration: ## docs/configuration.md from what programs listen to
	mvn -q -Dfast -pl architecture -am test -Dtest=ConfigurationTests -Dconfiguration=write \
	  -Dsurefire.failIfNoSpecifiedTests=false

training-profile: ## speed of training, and what its time goes into (JAVA_HOME: a JDK 25)
	mvn -q -Dfast -pl lib/model-tensorflow -am test-compile dependency:build-classpath \
	  -Dmdep.outputFile=target/bench.classpath -Dmdep.includeScope=test
	cd lib/model-tensorflow && TF_CPP_MIN_LOG_LEVEL=3 $(JAVA) \
	  --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
	  -cp target/test-classes:target/classes:$$(cat target/bench.classpath) \
	  dev.assay.model.tensorflow.graph.TrainingProfile

memory: ## speed and native memory of the embedded model over 10,000 calls (JAVA_HOME: a JDK 25)
	mvn -q -Dfast -pl lib/model-tensorflow -am test-compile dependency:build-classpath \
	  -Dmdep.outputFile=target/bench.classpath -Dmdep.includeScope=test
	cd lib/model-tensorflow && TF_CPP_MIN_LOG_LEVEL=2 MALLOC_ARENA_MAX=2 $(JAVA) -Xms200m -Xmx200m \
	  -XX:+AlwaysPreTouch --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
	  -cp target/test-classes:target/classes:$$(cat target/bench.classpath) \
	  dev.assay.model.tensorflow.benchmark.InferenceBenchmark ../../embedded/model/weights/critic 10000

build: ## compile and package, without tests and policy
	mvn -q -Dfast -DskipTests package

test: ## unit and slice tests
	mvn -q -Dfast test

verify: ## all that a change must pass: policy, unit tests, integration tests
	mvn verify

images: ## the container images of all services, with docker or podman, and their sizes
	deploy/build

containers: ## the story of docker-compose.yml: each container killed, nothing lost (docker, or podman as root)
	e2e/containers/run

format: ## google-java-format (Maven must run on JDK 25)
	mvn -q spotless:apply

freeze-contracts: ## keep a landed build's contracts for the tests of the wire: make freeze-contracts BASE=COMMIT
	lib/contracts/freeze-landed.sh "$(BASE)"

upgrade-check: ## services of a landed build beside those of this one: make upgrade-check BASE=COMMIT
	e2e/upgrade-check.sh "$(BASE)"

clean: ## forget what was built; data in .assay stays
	mvn -q clean
