// SPDX-License-Identifier: Apache-2.0
package dev.assay.lab.report;

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

  /**
   * An element that holds text alone.
   *
   * @param attributes names and values in turn
   */
  Html element(String name, String text, String... attributes) {
    return open(name, attributes).raw(escape(text)).close(name);
  }

  Html open(String name, String... attributes) {
    page.append('<').append(name);
    for (int k = 0; k < attributes.length; k += 2) {
      page.append(' ').append(attributes[k]);
      page.append("=\"").append(escape(attributes[k + 1])).append('"');
    }
    page.append('>');
    return this;
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
