package io.github.assetpipe.css.purge;

import io.github.assetpipe.css.purge.Reason.Kind;
import io.github.assetpipe.option.PurgeOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Judges single names against evidence and options: the safelist first, then the blocklist, then what the texts say.
 *
 * <p>Not safe for several threads, because it remembers its answers.
 */
final class NameJudge {
    /** Elements that browsers make, and the names from whose use they follow; empty for always. */
    private static final Map<String, List<String>> IMPLIED_TAGS = Map.of(
            "html", List.of(),
            "head", List.of(),
            "body", List.of(),
            "tbody", List.of("table", "tr", "td", "th"),
            "tr", List.of("td", "th"),
            "colgroup", List.of("col"));

    /** The elements of HTML that texts, such as articles, are written with. */
    private static final Set<String> CONTENT =
            Set.of(("a abbr acronym address article aside audio b bdi bdo big blockquote br"
                            + " caption center cite code col colgroup data dd del details dfn div dl dt em embed figcaption figure"
                            + " font footer h1 h2 h3 h4 h5 h6 header hgroup hr i iframe img ins kbd li mark nav object ol p picture"
                            + " pre q rp rt ruby s samp section small source span strike strong sub summary sup table tbody td"
                            + " tfoot th thead time tr track tt u ul var video wbr")
                    .split(" "));

    private final Evidence evidence;
    private final NamePatterns safelist;
    private final NamePatterns blocklist;
    private final Map<String, Reason> names = new ConcurrentHashMap<>();
    private final Map<String, Reason> caseless = new ConcurrentHashMap<>();

    NameJudge(Evidence evidence, PurgeOptions options) {
        this.evidence = evidence;
        this.safelist = new NamePatterns("safelist", options.safelist());
        this.blocklist = new NamePatterns("blocklist", options.blocklist());
    }

    /** Judges a class or an id; their case counts. */
    Reason name(String name) {
        return names.computeIfAbsent(name, n -> judge(n, n, false));
    }

    /** Judges an element's name; in HTML its case does not count. */
    Reason tag(String name) {
        Reason known = caseless.get(name);
        if (known == null) {
            known = judgeTag(name);
            caseless.put(name, known);
        }
        return known;
    }

    private Reason judgeTag(String name) {
        Reason reason = judge(name, name, true);
        List<String> causes = IMPLIED_TAGS.get(name.toLowerCase(Locale.ROOT));
        if (reason.kind() == Kind.MISSING && CONTENT.contains(name.toLowerCase(Locale.ROOT))) {
            Sighting raw = evidence.rawOutput();
            if (raw != null) {
                return new Reason(Kind.RAW, name, "", raw);
            }
        }
        if (reason.kind() != Kind.MISSING || causes == null) {
            return reason;
        }
        for (String cause : causes) {
            if (tag(cause).keeps()) {
                return Reason.of(Kind.IMPLIED, name, "browsers add it around " + cause);
            }
        }
        return causes.isEmpty() ? Reason.of(Kind.IMPLIED, name, "every page has it") : reason;
    }

    /** Judges any name by the lists and the texts; {@code shown} is how the reason names it. */
    Reason judge(String name, String shown, boolean ignoreCase) {
        String safe = safelist.match(name);
        if (safe != null) {
            return Reason.of(Kind.SAFELIST, shown, safe);
        }
        String blocked = blocklist.match(name);
        return blocked != null ? Reason.of(Kind.BLOCKED, shown, blocked) : seen(name, shown, ignoreCase);
    }

    /** Judges any name by the texts alone. */
    Reason seen(String name, String shown, boolean ignoreCase) {
        Sighting sighting = find(name, ignoreCase);
        if (sighting != null) {
            return new Reason(Kind.WORD, shown, "", sighting);
        }
        int computed = evidence.computed(name);
        if (computed >= 0) {
            String by = evidence.computedNames().get(computed).toString();
            return new Reason(Kind.COMPUTED, shown, by, evidence.computedSighting(computed));
        }
        boolean nameless = name.length() > WordTable.MAX_LENGTH || words(name).isEmpty();
        return nameless ? Reason.of(Kind.UNNAMED, shown, "") : Reason.of(Kind.MISSING, shown, "");
    }

    private @Nullable Sighting find(String name, boolean ignoreCase) {
        Sighting whole = word(name, ignoreCase);
        return whole != null ? whole : joined(name, ignoreCase);
    }

    /** Returns where a word was seen. */
    @Nullable
    Sighting word(String word, boolean ignoreCase) {
        return ignoreCase ? evidence.wordIgnoringCase(word) : evidence.word(word);
    }

    /**
     * Finds a name of several words, such as {@code md:w-1/2}: each two neighbours must have been seen with what stands
     * between them. What a quote or bracket cuts in a text is taken for seen.
     */
    private @Nullable Sighting joined(String name, boolean ignoreCase) {
        List<int[]> words = words(name);
        Sighting first = null;
        for (int i = 0; i < words.size(); i++) {
            int[] word = words.get(i);
            String text = name.substring(word[0], word[1]);
            Sighting sighting = word(text, ignoreCase);
            if (sighting != null && i > 0) {
                int[] before = words.get(i - 1);
                String joint = name.substring(before[1], word[0]);
                Sighting pair = evidence.pair(name.substring(before[0], before[1]), joint, text);
                sighting = pair != null || !isRead(joint) ? sighting : null;
                first = i == 1 && pair != null ? pair : first;
            }
            if (sighting == null) {
                return null;
            }
            first = first == null ? sighting : first;
        }
        return words.isEmpty() || words.size() == 1 && words.get(0)[1] - words.get(0)[0] == name.length()
                ? null
                : first;
    }

    private static boolean isRead(String joint) {
        for (int i = 0; i < joint.length(); i++) {
            byte kind = NameChars.CLASS[joint.charAt(i)];
            if (kind != NameChars.JOINT && kind != NameChars.HOLE) {
                return false;
            }
        }
        // A scan takes braces and the like for holes, where a word's neighbour is not known.
        return joint.length() <= TextScanner.MAX_JOINT && joint.indexOf('{') < 0 && joint.indexOf('$') < 0;
    }

    /** Returns the ranges of the words in {@code text}. */
    static List<int[]> words(String text) {
        List<int[]> words = new ArrayList<>(2);
        int start = -1;
        for (int i = 0; i <= text.length(); i++) {
            boolean name = i < text.length() && NameChars.isName(text.charAt(i));
            if (name && start < 0) {
                start = i;
            } else if (!name && start >= 0) {
                words.add(new int[] {start, i});
                start = -1;
            }
        }
        return words;
    }

    /** Returns what the judge goes by. */
    Evidence evidence() {
        return evidence;
    }
}
