package io.github.assetpipe.css;

import java.util.List;

/**
 * A component value (CSS Syntax Level 3, section 5) without white space, ready to be rewritten and printed.
 *
 * <p>Immutable; two parts are equal when they print the same.
 */
abstract sealed class Part {
    /** Appends the shortest text of this part. */
    abstract void print(StringBuilder out);

    /** Tells whether this is the keyword {@code lower}. */
    boolean isWord(String lower) {
        return false;
    }

    /** Tells whether this is the single character {@code c}. */
    boolean isSign(char c) {
        return false;
    }

    @Override
    public final String toString() {
        StringBuilder out = new StringBuilder();
        print(out);
        return out.toString();
    }

    @Override
    public final boolean equals(Object other) {
        return this == other
                || (other instanceof Part part
                        && getClass() == part.getClass()
                        && toString().equals(part.toString()));
    }

    @Override
    public final int hashCode() {
        return toString().hashCode();
    }

    /** An identifier; {@code text} is as printed, escapes included, {@code lower} the same in lower case. */
    static final class Word extends Part {
        final String text;
        final String lower;

        Word(String text) {
            this.text = text;
            this.lower = Chars.lower(text);
        }

        @Override
        void print(StringBuilder out) {
            out.append(text);
        }

        @Override
        boolean isWord(String lower) {
            return this.lower.equals(lower);
        }
    }

    /** A number, percentage (unit {@code %}) or dimension; {@code text} is the number in its shortest form. */
    static final class Num extends Part {
        final String text;
        final String unit;

        /** Whether the number is an {@code <integer>} as written: {@code 1.0} is none. */
        final boolean integer;

        Num(String text, String unit) {
            this(text, unit, text.indexOf('.') < 0);
        }

        Num(String text, String unit, boolean integer) {
            this.text = text;
            this.unit = unit;
            this.integer = integer;
        }

        double value() {
            return Double.parseDouble(text);
        }

        boolean isZero() {
            return text.equals("0");
        }

        boolean isNumber() {
            return unit.isEmpty();
        }

        boolean isPercent() {
            return unit.equals("%");
        }

        boolean isLength() {
            return Units.isLength(unit);
        }

        @Override
        void print(StringBuilder out) {
            out.append(text).append(unit);
        }
    }

    /** {@code #} and a name. */
    static final class Hash extends Part {
        final String text;

        Hash(String text) {
            this.text = text;
        }

        @Override
        void print(StringBuilder out) {
            out.append(text);
        }
    }

    /** A quoted string with its decoded content. */
    static final class Text extends Part {
        final String content;
        final boolean ascii;

        /** Creates a string; {@code ascii} says that what is beyond ASCII was and stays written as escapes. */
        Text(String content, boolean ascii) {
            this.content = content;
            this.ascii = ascii;
        }

        @Override
        void print(StringBuilder out) {
            out.append(Escapes.string(content, ascii));
        }
    }

    /** A url with its decoded address, printed without quotes where that is shorter. */
    static final class Link extends Part {
        final String address;

        Link(String address) {
            this.address = address;
        }

        @Override
        void print(StringBuilder out) {
            String unquoted = UrlReferences.unquoted(address);
            out.append("url(")
                    .append(unquoted == null ? Escapes.string(address) : unquoted)
                    .append(')');
        }
    }

    /** A function of which the arguments are understood as values. */
    static final class Func extends Part {
        final String name;
        final List<Part> arguments;

        Func(String name, List<Part> arguments) {
            this.name = name;
            this.arguments = arguments;
        }

        @Override
        void print(StringBuilder out) {
            out.append(name).append('(');
            ValuePrinter.print(arguments, out);
            out.append(')');
        }
    }

    /** Something in round or square brackets. */
    static final class Block extends Part {
        final char open;
        final List<Part> content;

        Block(char open, List<Part> content) {
            this.open = open;
            this.content = content;
        }

        @Override
        void print(StringBuilder out) {
            out.append(open);
            ValuePrinter.print(content, out);
            out.append(open == '(' ? ')' : ']');
        }
    }

    /** A single character: comma, solidus, or another delimiter. */
    static final class Sign extends Part {
        static final Sign COMMA = new Sign(',');
        static final Sign SLASH = new Sign('/');

        final char c;

        Sign(char c) {
            this.c = c;
        }

        @Override
        void print(StringBuilder out) {
            out.append(c);
        }

        @Override
        boolean isSign(char c) {
            return this.c == c;
        }
    }

    /** Parts that stay together: a product inside a sum. */
    static final class Sequence extends Part {
        final List<Part> parts;

        Sequence(List<Part> parts) {
            this.parts = parts;
        }

        @Override
        void print(StringBuilder out) {
            ValuePrinter.print(parts, out);
        }
    }

    /** Text that is kept as it is written. */
    static final class Raw extends Part {
        final String text;

        Raw(String text) {
            this.text = text;
        }

        @Override
        void print(StringBuilder out) {
            out.append(text);
        }
    }
}
