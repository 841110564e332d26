package io.github.assetpipe.page;

import io.github.assetpipe.page.dialect.Construct;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The variables of a page's loops: what a URL begins with one of them leads anywhere, whatever the variable is called. In
 * Mustache every plain name inside a section may be of the section's value. Where in the page a loop ends is not asked.
 */
final class LoopVariables {
    private static final Pattern DECLARED = Pattern.compile("[#\\[](?:list|items|foreach)\\b[^>\\]]*?\\bas\\s+(\\w+)"
            + "(?:\\s*,\\s*(\\w+))?|#foreach\\s*\\(\\s*\\$!?\\{?(\\w+)|\\bfor\\s+(\\w+)(?:\\s*,\\s*(\\w+))?\\s+in\\b"
            + "|@for\\s*\\((?:[^:;()]*\\s)?(\\w+)\\s*:|^<\\w+:(?:for\\w+|iterat\\w+|each|repeat|dataTable)\\b[^>]*?"
            + "\\s(?:var|id)\\s*=\\s*[\"'](\\w+)");
    private static final Pattern THYMELEAF = Pattern.compile("^\\s*(\\w+)(?:\\s*,\\s*(\\w+))?\\s*:");
    private static final Pattern IDENTIFIER = Pattern.compile("[A-Za-z_]\\w*");
    private static final Set<String> CONDITIONS = Set.of("if", "unless", "with", "is", "eq", "ne", "and", "or", "not");

    private final Set<String> names = new HashSet<>();
    private final List<Range> sections = new ArrayList<>();

    /** Reads a page. */
    LoopVariables(Page page) {
        String text = page.text();
        boolean mustache = page.dialect().name().equals("mustache");
        Deque<Integer> open = new ArrayDeque<>();
        for (Construct construct : page.constructs()) {
            if (construct.kind() == Construct.Kind.COMMENT) {
                continue;
            }
            if (mustache) {
                section(construct, construct.in(text), open);
            } else if (construct.kind() != Construct.Kind.EXPRESSION) {
                declared(construct.in(text));
            }
        }
        for (Tag tag : page.markup().tags()) {
            if (tag.name().indexOf(':') > 0 && tag.has("var")) {
                declared(text.substring(tag.start(), tag.end()));
            }
            tag.attribute("th:each")
                    .or(() -> tag.attribute("data-th-each"))
                    .ifPresent(each -> add(THYMELEAF.matcher(each.raw(text))));
        }
    }

    private void declared(String own) {
        Matcher matcher = DECLARED.matcher(own);
        add(matcher);
        if (own.startsWith("{#each")) {
            names.add("it");
        }
    }

    private void add(Matcher matcher) {
        while (matcher.find()) {
            for (int group = 1; group <= matcher.groupCount(); group++) {
                if (matcher.group(group) != null) {
                    names.add(matcher.group(group));
                }
            }
        }
    }

    private void section(Construct construct, String own, Deque<Integer> open) {
        boolean begins = own.startsWith("{{#") || own.startsWith("{{^");
        Matcher word = IDENTIFIER.matcher(own);
        if ((!begins && !own.startsWith("{{/")) || !word.find() || CONDITIONS.contains(word.group())) {
            return;
        }
        if (begins) {
            open.push(construct.end());
        } else if (!open.isEmpty()) {
            sections.add(new Range(open.pop(), construct.start()));
        }
    }

    /** Returns a reference as what it is: computed, where a variable of a loop stands before its path. */
    Reference judge(Reference reference) {
        String lead = reference.lead();
        if (lead.isEmpty() || reference.kind() != Reference.Kind.URL || (names.isEmpty() && sections.isEmpty())) {
            return reference;
        }
        Matcher first = IDENTIFIER.matcher(lead);
        boolean looped = first.find() && names.contains(first.group());
        boolean ofSection =
                sections.stream().anyMatch(s -> s.start() <= reference.start() && reference.end() <= s.end())
                        && !ComputedLead.isContext(lead);
        return looped || ofSection ? reference.withKind(Reference.Kind.COMPUTED) : reference;
    }
}
