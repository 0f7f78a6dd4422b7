// SPDX-License-Identifier: Apache-2.0
package dev.assay.equality.answers;

import dev.assay.equality.answers.ParsedAnswer.Assigned;
import dev.assay.equality.answers.ParsedAnswer.Order;
import dev.assay.equality.answers.ParsedAnswer.Several;
import dev.assay.equality.answers.ParsedAnswer.Spans;
import dev.assay.text.WorkBudget;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads sets of numbers that are made of other sets: unions, differences, {x | x > 6}. */
record RealSetReader(PartReader parts) {

  private static final Pattern CUP = Pattern.compile("\\\\cup(?![a-z])");
  private static final Pattern CAP = Pattern.compile("\\\\cap(?![a-z])");

  private static final Pattern WITHOUT =
      Pattern.compile("(.*?)\\s?(?:\\\\setminus|\\\\backslash|-)\\s?\\\\?\\{(.*?)\\\\?\\}");

  private static final Pattern EXCEPT =
      Pattern.compile(
          "(?:\\\\text\\s?\\{)?[Aa]ll real(?:s| numbers),?(?: x,?)? except(?: for| when)? ?\\}?"
              + "\\s?(?:[a-z] ?= ?)?(.+)");

  private static final Pattern MEMBER =
      Pattern.compile("([A-Za-z])(?:\\s?\\\\in\\s?\\\\mathbb\\s?\\{?R\\}?)?");

  private static final Pattern SUCH_THAT =
      Pattern.compile("\\\\mid(?![a-z])|\\\\vert(?![a-z])|[:|]");

  private static final Spans ALL = RealSets.of(RealSets.ALL);

  Optional<ParsedAnswer> read(String text) {
    if (CUP.matcher(text).find()) {
      return all(CUP.split(text, -1)).map(RealSets::union);
    }
    if (CAP.matcher(text).find()) {
      return all(CAP.split(text, -1)).flatMap(RealSets::intersection).map(each -> each);
    }
    Matcher except = EXCEPT.matcher(text);
    if (except.matches()) {
      return without(ALL, except.group(1));
    }
    Matcher without = text.endsWith("}") ? WITHOUT.matcher(WorkBudget.metered(text)) : null;
    if (without != null && without.matches() && !without.group(1).isEmpty()) {
      Optional<Spans> from = set(without.group(1));
      return from.flatMap(set -> without(set, without.group(2)));
    }
    return text.startsWith("\\{") && text.endsWith("\\}")
        ? builder(text.substring(2, text.length() - 2).strip())
        : Optional.empty();
  }

  private Optional<List<Spans>> all(String[] texts) {
    List<Spans> sets = new ArrayList<>();
    for (String text : texts) {
      Optional<Spans> set = set(text.strip());
      if (set.isEmpty()) {
        return Optional.empty();
      }
      sets.add(set.get());
    }
    return Optional.of(sets);
  }

  private Optional<Spans> set(String text) {
    return parts.understood(text).flatMap(RealSets::of);
  }

  private Optional<ParsedAnswer> without(Spans set, String numbers) {
    return Listing.of(numbers, true)
        .read(parts)
        .flatMap(each -> RealSets.without(set, new Several(each, false, Order.SET)))
        .map(each -> each);
  }

  /** A variable, a bar and what holds for it; the variable is no part of the answer. */
  private Optional<ParsedAnswer> builder(String inner) {
    Matcher bar = SUCH_THAT.matcher(inner);
    BitSet outside = Brackets.outside(inner);
    if (!bar.find() || !outside.get(bar.start())) {
      return Optional.empty();
    }
    Matcher member = MEMBER.matcher(inner.substring(0, bar.start()).strip());
    if (!member.matches()) {
      return Optional.empty();
    }
    Optional<ParsedAnswer> condition = parts.understood(inner.substring(bar.end()).strip());
    return condition
        .filter(each -> each instanceof Spans || each instanceof Assigned(_, Spans _, _))
        .flatMap(RealSets::of)
        .filter(set -> set.variable().equals(Optional.of(member.group(1))))
        .map(set -> new Spans(Optional.empty(), set.pieces()));
  }
}
