// SPDX-License-Identifier: Apache-2.0
package dev.assay.gateway.in.http;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.InetAddress;
import java.util.Collection;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Keeps pages of other sites out of a server that asks nobody who they are. A browser sends to this
 * machine what a page tells it to: in the page's own name, if that name is made to point here, or
 * as a request that needs no permission.
 */
public final class HostCheck extends OncePerRequestFilter {

  private static final Pattern HOST = Pattern.compile("(\\[[^]]*]|[^:]*)(:\\d*)?");
  private static final Pattern ORIGIN = Pattern.compile("https?://(.+)");
  private static final Pattern ADDRESS = Pattern.compile("[0-9.]+|\\[[0-9a-f:.]+]");
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final boolean loopback;
  private final Set<String> allowed;

  /**
   * @param loopback whether only this machine can reach the server
   * @param allowed names by which it is reached besides those of this machine
   */
  public HostCheck(boolean loopback, Collection<String> allowed) {
    this.loopback = loopback;
    this.allowed =
        allowed.stream().map(each -> each.toLowerCase(Locale.ROOT)).collect(Collectors.toSet());
  }

  /** A server on a network is known by names that it need not know. */
  @Override
  protected boolean shouldNotFilter(HttpServletRequest request) {
    return !loopback && allowed.isEmpty();
  }

  @Override
  protected void doFilterInternal(
      HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws ServletException, IOException {
    String host = request.getHeader(HttpHeaders.HOST);
    if (host != null && !isServed(host)) {
      String detail =
          "Host: "
              + ProblemDetails.shown(host)
              + " is not served here (expected: localhost or a loopback address; other names are"
              + " allowed by the property assay.gateway.allowed-hosts)";
      ProblemDetails.of(HttpStatus.MISDIRECTED_REQUEST, detail, request).write(response);
    } else if (!READING.contains(request.getMethod()) && isFromElsewhere(request)) {
      String detail =
          "a page of another site may not ask for work here (Origin: "
              + ProblemDetails.shown(String.valueOf(request.getHeader(HttpHeaders.ORIGIN)))
              + "; its host is allowed by the property assay.gateway.allowed-hosts)";
      ProblemDetails.of(HttpStatus.FORBIDDEN, detail, request).write(response);
    } else {
      chain.doFilter(request, response);
    }
  }

  /** Only browsers say where a request is from; others have no pages that could misuse them. */
  private boolean isFromElsewhere(HttpServletRequest request) {
    @Nullable String origin = request.getHeader(HttpHeaders.ORIGIN);
    if (origin != null) {
      Matcher parts = ORIGIN.matcher(origin);
      return !parts.matches() || !isServed(parts.group(1));
    }
    return "cross-site".equals(request.getHeader("Sec-Fetch-Site"));
  }

  private boolean isServed(String hostAndPort) {
    Matcher parts = HOST.matcher(hostAndPort.toLowerCase(Locale.ROOT));
    if (!parts.matches()) {
      return false;
    }
    String name = parts.group(1).endsWith(".") ? withoutDot(parts.group(1)) : parts.group(1);
    return name.equals("localhost") || allowed.contains(name) || isLoopbackAddress(name);
  }

  private static String withoutDot(String name) {
    return name.substring(0, name.length() - 1);
  }

  /** Of a literal: no name is looked up. */
  private static boolean isLoopbackAddress(String name) {
    try {
      return ADDRESS.matcher(name).matches() && InetAddress.ofLiteral(name).isLoopbackAddress();
    } catch (IllegalArgumentException e) {
      return false;
    }
  }
}
