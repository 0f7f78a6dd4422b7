#!/bin/sh
# SPDX-License-Identifier: Apache-2.0
# Keeps the contracts of a build that has landed, so that the tests of this one can hold its wire format
# against it: lib/contracts/freeze-landed.sh COMMIT (JAVA_HOME: a JDK 25).
set -eu

commit=$(git rev-parse --verify "${1:?"expected: a commit that has landed"}^{commit}")
root=$(git rev-parse --show-toplevel)
kept="$root/lib/contracts/src/test/resources/landed"
place=$(mktemp -d)
trap 'git -C "$root" worktree remove --force "$place/tree"; rm -rf "$place"' EXIT

git -C "$root" worktree add --quiet --detach "$place/tree" "$commit"
(cd "$place/tree" && mvn -q -Dfast -pl lib/contracts -am -Dmaven.test.skip package)
mkdir "$place/jar"
cp -r "$place/tree/lib/contracts/target/classes/." "$place/tree/lib/contracts/src/test/resources/golden" "$place/jar"
mkdir -p "$kept"
# Same commit, same bytes: entries in order, with the commit's date.
(cd "$place/jar" && find . -type f | LC_ALL=C sort | sed 's|^\./||' > "$place/names" &&
  "${JAVA_HOME:+$JAVA_HOME/bin/}jar" --create --file "$kept/contracts.jar" --no-manifest \
    --date "$(TZ=UTC git -C "$root" show -s --date=format-local:%Y-%m-%dT%H:%M:%SZ --format=%cd "$commit")" "@$place/names")
echo "$commit" > "$kept/commit.txt"
