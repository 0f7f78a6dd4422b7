# SPDX-License-Identifier: Apache-2.0
# shellcheck shell=bash
#
# Sourced by ./run: what its steps are made of. Every wait is a counted number of looks.

project=assay-story
problems=()
answers=()
began=$SECONDS

step() {
  printf '%4ds  %s\n' "$((SECONDS - began))" "$*"
}

die() {
  echo "containers: $*" >&2
  exit 1
}

free_port() {
  local port
  for _ in $(seq 1 100); do
    port=$((20000 + RANDOM % 10000))
    if ! (exec 3<>"/dev/tcp/127.0.0.1/$port") 2>/dev/null; then
      printf '%s' "$port"
      return
    fi
  done
  die "no free port found between 20000 and 30000"
}

# A number below $1 that the seed and the rest of the line decide: bash seeds each subshell anew.
chance() {
  local limit=$1 sum
  shift
  sum=$(printf '%s ' "$seed" "$@" | sha256sum | cut -c1-8)
  printf '%s' $((16#$sum % limit))
}

# $1 tells one shuffle from another.
shuffle() {
  local what=$1 each
  shift
  for each in "$@"; do printf '%05d %s\n' "$(chance 100000 "$what" "$each")" "$each"; done | sort | cut -d' ' -f2
}

# Looks up to $1 times, a second apart, whether the rest of the line is so.
poll() {
  local times=$1
  shift
  for _ in $(seq 1 "$times"); do
    if "$@"; then return 0; fi
    sleep 1
  done
  return 1
}

# ---------------------------------------------------------------- the engine

choose_engine() {
  if docker info >/dev/null 2>&1 && docker compose version >/dev/null 2>&1; then
    engine=docker build_options=
    compose_command=(docker compose)
  elif [ "$(id -u)" -eq 0 ] && podman info >/dev/null 2>&1; then
    engine=podman
    # What Maven has on this machine already is not fetched again.
    mkdir -p "$HOME/.m2/repository"
    build_options="--network=host --volume $HOME/.m2/repository:/var/maven"
    find_podman_compose
  else
    die "neither docker compose nor podman works here (expected: one of them, podman as root)"
  fi
}

# That of the distribution may be years older than what reads our file.
find_podman_compose() {
  local python=$work/python
  [ -x "$python/bin/podman-compose" ] || {
    python3 -m venv "$python"
    "$python/bin/pip" install --quiet --disable-pip-version-check 'podman-compose==1.6.0'
  }
  compose_command=("$python/bin/podman-compose")
}

# Without systemd, podman complains that it cannot run health checks by itself; it is quiet otherwise.
quiet() {
  "$@" 2> >(grep -vE 'unable to get systemd connection|failed to connect to syslog' >&2)
}

compose() {
  quiet "${compose_command[@]}" --project-name "$project" "$@"
}

# The containers of a service, or of all, running or not.
containers() {
  "$engine" ps --all --quiet --filter "label=com.docker.compose.project=$project" \
    ${1:+--filter "label=com.docker.compose.service=$1"}
}

inspect() {
  "$engine" inspect --format "$2" "$1"
}

down() {
  # podman-compose takes away one container of each service, and stumbles over the others.
  if [ "$engine" = podman ]; then
    local container
    for container in $(containers); do
      [[ $(inspect "$container" '{{.Name}}') =~ _1$ ]] \
        || quiet podman rm --force --time 45 "$container" >/dev/null
    done
  fi
  compose down "$@" >/dev/null
}

clear_away() {
  down --volumes 2>/dev/null || :
  # podman-compose leaves the volumes that images declare; the store is this story's own.
  [ "$engine" = docker ] || podman volume prune --force >/dev/null 2>&1 || :
}

leave() {
  if [ "$1" -ne 0 ]; then
    for container in $(containers); do
      echo "--- $(inspect "$container" '{{.Name}} {{.State.Status}}'):" >&2
      "$engine" logs --tail 15 "$container" >&2 2>&1 || :
    done
  fi
  clear_away
}

# By the reader that Compose itself uses: podman-compose forgives what Compose refuses.
check_compose_file() {
  local env
  for env in /dev/null "$root/deploy/gpu.env"; do
    if [ "$engine" = docker ]; then
      docker compose --env-file "$env" config --quiet
    elif command -v go >/dev/null; then
      (cd "$here/compose-check" && go run . "$root/docker-compose.yml" "$env" >/dev/null) \
        || die "Compose would not read the compose file with $env"
    else
      step "no Go here: the compose file was not read by Compose's own reader"
      return
    fi
  done
  step "Compose's own reader takes the compose file, with and without GPUs"
}

# ---------------------------------------------------------------- the system

# Without dependencies: whatever comes first has to wait by itself. (They would also stop podman 4.3,
# which does not find what those depend on that a container depends on.)
start_in_random_order() {
  compose up --no-start --no-build --no-deps >/dev/null
  local order service container
  # shellcheck disable=SC2046  # names, one word each
  order=$(shuffle starts $(for container in $(containers); do service_of "$container"; done))
  for service in $order; do
    quiet "$engine" start "$(containers "$service")" >/dev/null
  done
  step "started in this order: ${order//$'\n'/ }"
}

service_of() {
  inspect "$1" '{{index .Config.Labels "com.docker.compose.service"}}'
}

# What the compose file's own health checks say; no engine runs them for podman without systemd.
healthy() {
  local container=$1
  if [ "$engine" = docker ]; then
    [ "$(inspect "$container" '{{.State.Health.Status}}')" = healthy ]
  else
    podman healthcheck run "$container" >/dev/null 2>&1
  fi
}

# One after the other: a health check of podman costs more than the service that it asks.
until_ready() {
  local service container
  for service in kafka postgres model generator-service critic-service refine-service verifier-service gateway; do
    for container in $(containers "$service"); do
      poll 240 healthy "$container" || die "$service did not become healthy"
    done
  done
}

running() {
  [ "$("$engine" ps --quiet --filter "label=com.docker.compose.project=$project" \
    --filter "label=com.docker.compose.service=$1" | wc -l)" -eq "$2" ]
}

until_replicas() {
  poll 60 running "$1" "$2" || die "$1 does not run $2 times"
}

is_back() {
  local pid
  pid=$(inspect "$1" '{{.State.Pid}}')
  [ "$pid" -ne 0 ] && [ "$pid" -ne "$2" ]
}

# As a crash, from outside: an engine's own kill would count as a wish, and nobody would restart it.
kill_one() {
  local container pid
  container=$(containers "$1")
  pid=$(inspect "$container" '{{.State.Pid}}')
  [ "$pid" -gt 1 ] || die "$1 does not run"
  if [ "$engine" = docker ]; then
    # The process may be another user's, or in a machine of Docker's own.
    docker run --rm --pid=host --user=0 --network=none --entrypoint=bash docker.io/library/postgres:18 \
      -c "kill -KILL $pid"
  else
    kill -KILL "$pid"
  fi
  poll 60 is_back "$container" "$pid" || die "$1 was not restarted"
}

# ---------------------------------------------------------------- problems

# The text of a field, the first of that name.
field() {
  grep -o "\"$1\" *: *\"[^\"]*\"" | sed -n '1s/.*"\([^"]*\)"$/\1/p'
}

# The $1-th: two bracketed groups of four integers.
question() {
  local operators=(+ - '*') text="((" each
  for each in 1 2 3 4 5 6 7 8; do
    text+=$(($(chance 19 "$1" number "$each") - 9))
    case $each in
      4) text+=") ${operators[$(chance 3 "$1" operator "$each")]} (" ;;
      8) text+=")) =" ;;
      *) text+=" ${operators[$(chance 3 "$1" operator "$each")]} " ;;
    esac
  done
  printf '%s' "$text"
}

# Sends a problem, with a key of its own: what was cut off is asked again and is the same problem.
submit() {
  local body id
  body=$(printf '{"question": "%s", "policy": {"deadline": "PT5M"}}' "$(question ${#problems[@]})")
  key=story-$seed-${#problems[@]}
  poll 60 sent "$body" || die "the gateway took no problem: $(cat "$work/reply")"
  id=$(field id <"$work/reply")
  [ -n "$id" ] || die "no id in $(cat "$work/reply")"
  problems+=("$id")
}

sent() {
  curl --silent --show-error --max-time 10 --fail-with-body --output "$work/reply" \
    --header 'Content-Type: application/json' --header "Idempotency-Key: $key" --data "$1" \
    "$url/v1/problems" 2>/dev/null
}

settled() {
  curl --silent --max-time 10 --fail --output "$work/problem" "$url/v1/problems/$1" \
    && [ "$(field status <"$work/problem")" = settled ]
}

# What must never change: all that the answer says. Fields of an object have no order.
answer() {
  sed 's/.*"answer" *: *{"status"/{"status"/' "$work/problem" | tr ',{}' '\n' | sort | sha256sum
}

until_settled() {
  poll 180 settled "$1" || die "problem $1 is not settled: $(cat "$work/problem" 2>/dev/null)"
  answers[${#problems[@]} - 1]=$(answer)
}

# Each earlier answer is there, and as it was.
all_settled() {
  local each
  for each in "${!problems[@]}"; do
    settled "${problems[each]}" || die "problem ${problems[each]} is not there any more, or open"
    [ "$(answer)" = "${answers[each]}" ] || die "the answer of ${problems[each]} has changed"
  done
}

# On the topic, where nothing is corrected afterwards: as many different answers as problems. A relay
# that was killed may send one again, byte for byte.
once_each() {
  local ids
  "$engine" exec "$(containers kafka)" /opt/kafka/bin/kafka-console-consumer.sh \
    --bootstrap-server kafka:9092 --topic answers --from-beginning --timeout-ms 8000 2>/dev/null \
    | grep '^{' | sort -u >"$work/answers" || :
  ids=$(sed 's/.*"problem_id" *: *"\([^"]*\)".*/\1/' "$work/answers" | sort)
  [ "$(sort -u <<<"$ids")" = "$ids" ] || die "a problem was settled twice: $work/answers"
  # The README's question is a problem, too, once for each time it was asked.
  [ "$(wc -l <<<"$ids")" -eq $((${#problems[@]} + asked)) ] \
    || die "$(wc -l <<<"$ids") answers of $((${#problems[@]} + asked)) problems: $work/answers"
}

asked=0

# As the README has it. The model is small and may abstain; three times it does not.
readme_question() {
  poll 3 ask_readme || die "no right answer to the README's question: $(cat "$work/reply")"
}

ask_readme() {
  asked=$((asked + 1))
  curl --silent --show-error --max-time 120 --fail-with-body --output "$work/reply" \
    "$url/v1/chat/completions" --header 'Content-Type: application/json' \
    --data '{"model": "assay", "messages": [{"role": "user", "content": "((1 + 2 + 3 + 4) * (5 - 6 + 7 * 8)) ="}]}' \
    && grep -q '"status" *: *"verified"' "$work/reply" && [ "$(field content <"$work/reply")" = 550 ]
}

# ---------------------------------------------------------------- confinement

check_confinement() {
  local container service
  for container in $(containers); do
    service=$(service_of "$container")
    check_ports "$container" "$service"
    check_environment "$container" "$service"
    [ "$(inspect "$container" '{{.HostConfig.ReadonlyRootfs}}')" = true ] \
      || die "$service can write to its root"
    [ "$(inspect "$container" '{{.HostConfig.Memory}}')" -gt 0 ] || die "$service has no memory limit"
    case $service in
      secrets) continue ;; # has ended; has no network
      migrate) [ "$(inspect "$container" '{{.Config.User}}')" != 0 ] || die "$service is root" ;;
      *) check_user "$container" "$service" ;;
    esac
  done
}

check_ports() {
  local ports wanted=
  ports=$(inspect "$1" '{{json .HostConfig.PortBindings}}' | grep -o '"HostIp[^}]*' || :)
  [ "$2" != gateway ] || wanted="\"HostIp\":\"127.0.0.1\",\"HostPort\":\"$ASSAY_PUBLISH\""
  [ "$ports" = "$wanted" ] || die "$2 publishes '$ports' (expected: '$wanted')"
}

# Names of variables; their values are nobody's business.
check_environment() {
  local names
  names=$(inspect "$1" '{{range .Config.Env}}{{println .}}{{end}}' | sed 's/=.*//')
  case $2 in
    generator-service | critic-service | refine-service | model)
      ! grep -E '_DB_|POSTGRES' <<<"$names" || die "$2 knows of a database" ;;
    gateway) ! grep -E 'API_?KEY' <<<"$names" || die "$2 knows of a model's key" ;;
  esac
  ! grep -E 'PASSWORD$|API_KEY$' <<<"$names" || die "$2 has a secret in its environment"
}

check_user() {
  [ "$("$engine" exec "$1" id -u)" -ne 0 ] || die "$2 is root"
  ! "$engine" exec "$1" touch /written 2>/dev/null || die "$2 can write to its root"
  "$engine" exec "$1" grep -q '^CapEff:[[:space:]]*0*$' /proc/1/status || die "$2 has capabilities"
}
