// SPDX-License-Identifier: Apache-2.0
package dev.assay.verifier;

import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.concurrent.atomic.AtomicLong;
import javax.sql.DataSource;

/** Counts how often a data source is asked for something, as each time is a way there and back. */
final class CountedDatabase {

  final AtomicLong roundTrips = new AtomicLong();

  /** What to give to those who are counted. */
  DataSource over(DataSource source) {
    return proxy(
        DataSource.class,
        (_, method, arguments) -> {
          Object result = call(source, method, arguments);
          return result instanceof Connection connection ? counted(connection) : result;
        });
  }

  private Connection counted(Connection connection) {
    return proxy(
        Connection.class,
        (_, method, arguments) -> {
          count(method.getName().equals("commit") || method.getName().equals("rollback"));
          Object result = call(connection, method, arguments);
          return result instanceof PreparedStatement statement ? counted(statement) : result;
        });
  }

  private PreparedStatement counted(PreparedStatement statement) {
    return proxy(
        PreparedStatement.class,
        (_, method, arguments) -> {
          count(method.getName().startsWith("execute"));
          return call(statement, method, arguments);
        });
  }

  private void count(boolean goesThere) {
    if (goesThere) {
      roundTrips.incrementAndGet();
    }
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private static <T> T proxy(Class<T> type, InvocationHandler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, handler));
  }
}
