package io.github.assetpipe.css;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Makes declarations ready to be printed out of parsed ones; what is written the same is worked out once.
 *
 * <p>Not safe for several threads.
 */
final class DeclarationFactory {
    private final Tokens tokens;
    private final SheetFacts facts;
    private final boolean keepsObsolete;
    private final boolean withPlaces;
    private final Map<Span, Made> seen = new HashMap<>();

    /** What {@link #seen} is asked for, moved from text to text. */
    private final Span asked;

    DeclarationFactory(Tokens tokens, SheetFacts facts, boolean keepsObsolete, boolean withPlaces) {
        this.withPlaces = withPlaces;
        this.tokens = tokens;
        this.asked = new Span(tokens.characters());
        this.facts = facts;
        this.keepsObsolete = keepsObsolete;
    }

    /** Returns the declaration of a property, or null when no browser of the baseline reads it. */
    @Nullable
    Decl property(Declaration declaration) {
        if (declaration.isCustomProperty()
                && !keepsObsolete
                && RawText.isBroken(tokens, declaration.firstToken(), declaration.limitToken())) {
            return null;
        }
        Made known = seen.get(asked.at(declaration.start(), declaration.end()));
        if (known == null) {
            Decl decl = make(declaration);
            boolean skipped = !keepsObsolete && isObsolete(decl);
            known = new Made(skipped ? null : decl, ShorthandWriter.isReset(declaration.name()));
            seen.put(new Span(tokens.characters()).at(declaration.start(), declaration.end()), known);
        }
        if (known.isReset) {
            facts.declares(declaration.name());
        }
        Decl decl = known.decl;
        return withPlaces && decl != null ? decl.at(declaration.start()) : decl;
    }

    /** What a text was made into. */
    private static final class Made {
        /** Null when no browser of the baseline reads it. */
        final @Nullable Decl decl;

        /** Whether some shorthand sets the property back. */
        final boolean isReset;

        Made(@Nullable Decl decl, boolean isReset) {
            this.decl = decl;
            this.isReset = isReset;
        }
    }

    private static boolean isObsolete(Decl declaration) {
        return Prefixes.isObsolete(declaration.name)
                || declaration.value.startsWith("-ms-")
                || declaration.value.startsWith("-o-")
                || (declaration.name.equals("quotes") && isOddList(declaration.parts))
                || (declaration.value.isEmpty() && !declaration.isCustom());
    }

    /** Tells whether strings that only count in pairs are not in pairs, so that browsers skip them. */
    private static boolean isOddList(List<Part> parts) {
        for (Part part : parts) {
            if (!(part instanceof Part.Text)) {
                return false;
            }
        }
        return parts.size() % 2 == 1;
    }

    private Decl make(Declaration declaration) {
        String name = declaration.name();
        int from = declaration.firstToken();
        int limit = declaration.limitToken();
        if (declaration.isCustomProperty()) {
            return custom(declaration);
        }
        Property property = PropertyTable.find(name);
        if (property == null) {
            property = PropertyTable.find(Names.unprefixed(name));
            property = property != null && !Names.unprefixed(name).equals(name) && isAlike(property) ? property : null;
            return unknown(declaration, property);
        }
        List<Part> parts = new ValueParser(tokens).parse(from, limit);
        if (parts == null || parts.isEmpty()) {
            String text = raw(from, limit);
            return new Decl(name, property, List.of(), text, declaration.important(), declaration.start());
        }
        List<Part> shorter = ValueMinifier.minify(property, parts);
        if (keepsObsolete && hasAlphaHash(shorter) && !hasAlphaHash(parts)) {
            shorter = parts;
        }
        String text = ValuePrinter.print(shorter);
        return new Decl(name, property, shorter, text, declaration.important(), declaration.start());
    }

    /** Tells whether a colour is written with hexadecimal digits for its alpha, which no browser before 2016 reads. */
    private static boolean hasAlphaHash(List<Part> parts) {
        for (Part part : parts) {
            boolean found = (part instanceof Part.Hash hash && (hash.text.length() == 5 || hash.text.length() == 9))
                    || (part instanceof Part.Func function && hasAlphaHash(function.arguments));
            if (found) {
                return true;
            }
        }
        return false;
    }

    /** Returns a value as written; nothing for one that every browser skips. */
    private String raw(int from, int limit) {
        return !keepsObsolete && RawText.isBroken(tokens, from, limit) ? "" : RawText.of(tokens, from, limit);
    }

    /** Tells whether the prefixed form of a property takes values of the same kinds. */
    private static boolean isAlike(Property property) {
        return !property.name().startsWith("background")
                && !property.name().startsWith("mask")
                && !property.name().startsWith("border-image");
    }

    private Decl unknown(Declaration declaration, @Nullable Property like) {
        String text = null;
        if (like != null) {
            List<Part> parts = new ValueParser(tokens).parse(declaration.firstToken(), declaration.limitToken());
            text = parts == null || parts.isEmpty() ? null : ValuePrinter.print(ValueMinifier.minify(like, parts));
        }
        if (text == null) {
            text = raw(declaration.firstToken(), declaration.limitToken());
        }
        String name = Escapes.identifier(declaration.name());
        return new Decl(name, null, List.of(), text, declaration.important(), declaration.start());
    }

    private Decl custom(Declaration declaration) {
        String name = Escapes.identifier(declaration.name());
        String syntax = facts.registered.get(declaration.name());
        String text = RawText.custom(tokens, declaration.firstToken(), declaration.limitToken());
        if (syntax != null) {
            text = typed(syntax, declaration, text);
        }
        return new Decl(name, null, List.of(), text, declaration.important(), declaration.start());
    }

    /** A custom property that is registered as a colour is parsed as one, so it can be written as one. */
    private String typed(String syntax, Declaration declaration, String text) {
        if (!syntax.equals("<color>")) {
            return text;
        }
        List<Part> parts = new ValueParser(tokens).parse(declaration.firstToken(), declaration.limitToken());
        boolean color = parts != null && parts.size() == 1 && ColorReader.read(parts.get(0)) != null;
        return parts != null && color ? Colors.shorten(parts.get(0)).toString() : text;
    }

    /** Returns a descriptor, of which the names may mean something else than as properties; null when all skip it. */
    @Nullable
    Decl descriptor(String rule, Declaration declaration) {
        if (!keepsObsolete && RawText.isBroken(tokens, declaration.firstToken(), declaration.limitToken())) {
            return null;
        }
        String value = Descriptors.minify(tokens, rule, declaration);
        return new Decl(declaration.name(), null, List.of(), value, declaration.important(), declaration.start());
    }
}
