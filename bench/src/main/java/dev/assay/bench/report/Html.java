// SPDX-License-Identifier: Apache-2.0
package dev.assay.bench.report;

import java.util.Map;

/** Writes HTML; text from anywhere else gets into a page through here only. */
final class Html {

  private final StringBuilder page = new StringBuilder();

  /** Text in which nothing is markup, in elements and in quoted attributes alike. */
  static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;")
        .replace("\0", "\uFFFD");
  }

  /** An element that holds text alone. */
  Html element(String name, Map<String, String> attributes, String text) {
    return open(name, attributes).raw(escape(text)).close(name);
  }

  Html element(String name, String text) {
    return element(name, Map.of(), text);
  }

  Html open(String name, Map<String, String> attributes) {
    page.append('<').append(name);
    attributes.forEach(
        (key, value) ->
            page.append(' ').append(key).append("=\"").append(escape(value)).append('"'));
    page.append('>');
    return this;
  }

  Html open(String name) {
    return open(name, Map.of());
  }

  Html close(String name) {
    page.append("</").append(name).append(">\n");
    return this;
  }

  /** Markup of our own. */
  Html raw(String markup) {
    page.append(markup);
    return this;
  }

  @Override
  public String toString() {
    return page.toString();
  }
}
