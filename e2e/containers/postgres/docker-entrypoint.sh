#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
#
# What the real image documents, as far as the compose file uses it: POSTGRES_USER, POSTGRES_DB,
# POSTGRES_PASSWORD or POSTGRES_PASSWORD_FILE, PGDATA; a cluster is made where there is none, with
# SCRAM for all but the socket; any arguments go to the server.
set -euo pipefail

socket=/var/run/postgresql

password() {
  if [ -n "${POSTGRES_PASSWORD_FILE:-}" ]; then
    [ -z "${POSTGRES_PASSWORD:-}" ] \
      || { echo "error: both POSTGRES_PASSWORD and POSTGRES_PASSWORD_FILE are set (but are exclusive)" >&2; exit 1; }
    cat "$POSTGRES_PASSWORD_FILE"
  elif [ -n "${POSTGRES_PASSWORD:-}" ]; then
    printf '%s' "$POSTGRES_PASSWORD"
  else
    echo "Error: Database is uninitialized and superuser password is not specified." >&2
    exit 1
  fi
}

make_cluster() {
  local user=${POSTGRES_USER:-postgres} database=${POSTGRES_DB:-${POSTGRES_USER:-postgres}} secret
  secret=$(password)
  mkdir -p "$PGDATA"
  chmod 700 "$PGDATA"
  initdb --username="$user" --pwfile=<(printf '%s\n' "$secret") --auth-host=scram-sha-256 \
    --auth-local=trust --encoding=UTF8 --locale=C
  printf '\nhost all all all scram-sha-256\n' >>"$PGDATA/pg_hba.conf"
  # The bundle has no psql: a server of one session makes the database.
  if [ "$database" != postgres ]; then
    printf 'CREATE DATABASE "%s"\n' "$database" \
      | postgres --single -D "$PGDATA" -j postgres >/dev/null
  fi
}

if [ "${1:-}" = postgres ]; then
  [ "$(id -u)" -ne 0 ] || { echo "this stand-in does not step down from root: give it a user" >&2; exit 1; }
  [ -s "$PGDATA/PG_VERSION" ] || make_cluster
  set -- "$@" -c "listen_addresses=*" -c "unix_socket_directories=$socket"
fi
exec "$@"
