#!/usr/bin/env bash
# SPDX-License-Identifier: Apache-2.0
exec java -Xmx128m -XX:+UseSerialGC -XX:TieredStopAtLevel=1 -cp "/etc/kafka/docker:/opt/kafka/libs/*" /opt/kafka/bin/ConsoleConsumer.java "$@"
