// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Order;
import dev.assay.equality.answers.ParsedAnswer.Several;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * The parts of a list.
 *
 * @param tight whether the commas stand between digits, where they may mean something else
 * @param order what the list says about it
 */
record Listing(List<String> members, boolean tight, Order order) {

  /** Longer lists are compared as they stand. */
  private static final int MOST = 60;

  private static final Pattern WORD = Pattern.compile("\\s*,?\\s+(or|and)\\s+");
  private static final Pattern RESPECTIVELY =
      Pattern.compile("[, ]{1,2}(?:\\\\text\\s?\\{\\s?)?\\(?respectively\\)?\\}?$");

  /** One comma, or groups: with more commas it can be nothing but a list. */
  private static final Pattern TIGHT =
      Pattern.compile(
          "[0-9]+,[0-9]+|[0-9]{1,3}(?:,[0-9]{2,3})+,[0-9]{3}|(?=.*,0[0-9])[0-9]+(?:,[0-9]+)+");

  /** Numbers with thousands or without, all with a space behind the commas that part them. */
  private static final Pattern MIXED =
      Pattern.compile("-?[0-9]{1,3}(?:,[0-9]{3})*+(?:, -?[0-9]{1,3}(?:,[0-9]{3})*+)++");

  private static final Pattern THOUSANDS_ALL =
      Pattern.compile(
          "-?[0-9]{1,3}(?:,[0-9]{3})++(?:, -?[0-9]{1,3}(?:,[0-9]{3})++)++"
              + "|-?[0-9]{1,3}(?:, -?[0-9]{1,3})++");
  private static final Pattern GROUPS = Pattern.compile("[0-9]{1,3}(?:,[0-9]{3})+");
  private static final Pattern THOUSANDS = Pattern.compile(",[0-9]{3}(?![0-9])");

  /** A comma without a space that can part no thousands, so that commas part members here. */
  private static final Pattern PARTING = Pattern.compile("[0-9],[0-9]{1,2}(?![0-9])");

  /**
   * @param bracketed whether the list stands in brackets, where a comma parts members even in
   *     (1,100), unless other commas are followed by a space
   */
  static Listing of(String text, boolean bracketed) {
    boolean tight = (bracketed ? GROUPS : TIGHT).matcher(text).matches();
    String bare = RESPECTIVELY.matcher(text).replaceAll("");
    String commas = WORD.matcher(bare).replaceAll(", ");
    boolean spaced = commas.contains(", ") && !PARTING.matcher(commas).find();
    BitSet outside = Brackets.outside(commas);
    List<String> members = new ArrayList<>();
    int from = 0;
    for (int i = 0; i < commas.length(); i++) {
      if (outside.get(i) && parts(commas, i, bracketed && !spaced)) {
        members.add(commas.substring(from, i).strip());
        from = i + 1;
      }
    }
    members.add(commas.substring(from).strip());
    return new Listing(List.copyOf(members), tight, order(text, bare));
  }

  /** Braces within those of a set are no mere group. */
  Listing ofSets() {
    return new Listing(members.stream().map(Listing::braced).toList(), tight, order);
  }

  private static String braced(String member) {
    boolean group = member.startsWith("{") && Brackets.enclose(member);
    return group ? "\\{" + member.substring(1, member.length() - 1) + "\\}" : member;
  }

  /** (1,100, 2) may have two members or three, unless all have their thousands. */
  static boolean isOpen(String inner) {
    return MIXED.matcher(inner).matches() && !THOUSANDS_ALL.matcher(inner).matches();
  }

  private static Order order(String text, String bare) {
    if (bare.length() < text.length()) {
      return Order.FIXED;
    }
    if (bare.contains(" or ")) {
      return Order.EITHER;
    }
    if (bare.contains("\\pm")) {
      return Order.NONE;
    }
    return bare.contains(" and ") ? Order.ALL : Order.LISTED;
  }

  /** All members, both for a plus-minus sign; empty unless each is understood. */
  Optional<List<ParsedAnswer>> read(PartReader parts) {
    if (members.size() > MOST) {
      return Optional.empty();
    }
    List<ParsedAnswer> read = new ArrayList<>();
    for (String each : members) {
      Optional<ParsedAnswer> member = parts.understood(each);
      if (member.isEmpty()) {
        return Optional.empty();
      }
      boolean two = each.contains("\\pm");
      read.addAll(
          two && member.get() instanceof Several(List<ParsedAnswer> values, _, _)
              ? values
              : List.of(member.get()));
    }
    return Optional.of(read);
  }

  private static boolean parts(String text, int at, boolean always) {
    char each = text.charAt(at);
    return each == ';' || (each == ',' && (always || !isThousands(text, at)));
  }

  private static boolean isThousands(String text, int at) {
    return at > 0
        && Character.isDigit(text.charAt(at - 1))
        && THOUSANDS.matcher(text).region(at, text.length()).lookingAt();
  }
}
