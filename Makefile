# The menu. Everything here is a line of ./assay or of mvn; nothing needs make.
.DEFAULT_GOAL := help
.PHONY: help ask serve bench memory build test verify format clean

help: ## this list
	@awk -F ':.*## ' '/^[a-z]+:.*## /{printf "  make %-8s %s\n", $$1, $$2}' $(MAKEFILE_LIST)

ask: ## answer a question: make ask Q="((1 + 2 + 3 + 4) * (5 - 6 + 7 * 8)) ="
	./assay ask "$(Q)"

serve: ## run the whole system on http://127.0.0.1:8080
	./assay serve

bench: ## 250 fresh problems through the running loop, one table
	./assay bench bbh --generated 250 --seed 1

memory: ## speed and native memory of the embedded model over 10,000 calls
	mvn -q -Dfast -pl inference test-compile org.codehaus.mojo:exec-maven-plugin:3.5.0:exec \
	  -Dexec.executable=java -Dexec.classpathScope=test -Dexec.args="-Xms200m -Xmx200m \
	  -XX:+AlwaysPreTouch --enable-native-access=ALL-UNNAMED --sun-misc-unsafe-memory-access=allow \
	  -cp %classpath dev.assay.inference.bench.InferenceBenchmark ../models/arithmetic-seed 10000"

build: ## compile and package, without tests and policy
	mvn -q -Dfast -DskipTests package

test: ## unit and slice tests
	mvn -q -Dfast test

verify: ## all that a change must pass: policy, unit tests, integration tests
	mvn verify

format: ## google-java-format (Maven must run on JDK 25)
	mvn -q spotless:apply

clean: ## forget what was built; data in .assay stays
	mvn -q clean
