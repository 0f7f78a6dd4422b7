// SPDX-License-Identifier: Apache-2.0
package dev.assay.prompts.reading;

import dev.assay.prompts.reading.FinalAnswer.Method;
import dev.assay.text.WorkBudget;
import java.util.regex.Pattern;

/**
 * Whether an answer of a text that was cut off may stand: its sentence concludes and is complete,
 * and nothing behind it takes it up again.
 */
final class CutOff {

  private static final Pattern CONCLUDES =
      Pattern.compile(
          "\\b(?:answers?|therefore|thus|hence|so|final|finally|conclusion|conclude|consequently|result)\\b|∴"
              + "|答案|答え|정답|ответ|antwort|respuesta|réponse|resposta|risposta|الجواب|الإجابة|उत्तर",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern REOPENS =
      Pattern.compile(
          "\\b(?:but|however|wait|let me|let's|let us|check\\w*|verif\\w*|actually|hmm+|alternatively|recheck|double"
              + "|mistake|error|wrong|incorrect|instead|or|unless|confirm\\w*|another|different|should|sure|really"
              + "|reconsider\\w*|(?<!/)answers?|moment|warte|aber|jedoch|pero|espera|mais|attends|aspetta|mas|wacht|maar|antwort|respuesta|réponse|resposta|risposta|antwoord|although|though|test|try|proof|plug\\w*|substitut\\w*|see if)\\b|(?=[^\\x00-\\x7f])(?:答案|但|等等|不对|不對|しかし|待って|答え|잠깐|하지만|정답|(?<!\\p{L})(?:но|однако|подожди|стоп|ответ)(?!\\p{L})|لكن|الجواب|الإجابة)|=|\\?|？",
          Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE);

  private static final Pattern ENDED =
      Pattern.compile(
          "[\\s$*_)}\\]\"`\\\\]*(?:\\z|[.!。।](?:\\s|[*$\"]|\\z)|\\n.*)", Pattern.DOTALL);

  private static final Pattern STOPPED =
      Pattern.compile("[ \\t$*_)}\\]\"`\\\\]*(?:[.!。।]|\\n)", Pattern.DOTALL);

  private static final int LONGEST_SENTENCE = 200;

  /** Who goes on for longer has taken it up again. */
  private static final int LONGEST_REST = 2_000;

  private CutOff() {}

  /** Whether this is the answer whatever was to come. */
  static boolean leaves(String text, FinalAnswer answer) {
    String rest = text.substring(answer.end());
    return rest.length() <= LONGEST_REST
        && isComplete(answer, rest)
        && (answer.method() != Method.BOXED || isConclusion(text, answer))
        && !REOPENS.matcher(WorkBudget.metered(rest)).find();
  }

  /** A closed box is, and a field with its closing quote; a sentence needs its stop. */
  private static boolean isComplete(FinalAnswer answer, String rest) {
    return switch (answer.method()) {
      case BOXED -> ENDED.matcher(WorkBudget.metered(rest)).lookingAt();
      case JSON, TAGGED -> true;
      case STATED, OPTION, YES_NO -> STOPPED.matcher(WorkBudget.metered(rest)).lookingAt();
      case HASHES, CONCLUDED, LAST_NUMBER -> false;
    };
  }

  private static boolean isConclusion(String text, FinalAnswer answer) {
    int from = Math.max(0, answer.start() - LONGEST_SENTENCE);
    String before = text.substring(from, answer.start());
    int sentence = Math.max(before.lastIndexOf(". "), before.lastIndexOf("\n\n"));
    return CONCLUDES.matcher(WorkBudget.metered(before.substring(Math.max(0, sentence)))).find();
  }
}
