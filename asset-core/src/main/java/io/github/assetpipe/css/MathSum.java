package io.github.assetpipe.css;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A sum as it appears in {@code calc()}: numbers by unit, and terms that are only known at run time.
 *
 * <p>Not safe for several threads.
 */
final class MathSum {
    /** One term. A number has a unit and its power; anything else is {@code opaque} and keeps its written sign. */
    private static final class Term {
        double factor;
        final String unit;
        final int power;
        final @Nullable Part opaque;

        Term(double factor, String unit, int power, @Nullable Part opaque) {
            this.factor = factor;
            this.unit = unit;
            this.power = power;
            this.opaque = opaque;
        }
    }

    private final List<Term> terms = new ArrayList<>(3);

    static MathSum number(double value, String unit) {
        MathSum sum = new MathSum();
        sum.addNumber(value, unit, unit.isEmpty() ? 0 : 1);
        return sum;
    }

    static MathSum opaque(Part part) {
        MathSum sum = new MathSum();
        sum.terms.add(new Term(1, "", 0, part));
        return sum;
    }

    private void addNumber(double value, String unit, int power) {
        for (Term term : terms) {
            if (term.opaque == null && term.power == power && term.unit.equals(unit)) {
                term.factor += value;
                return;
            }
        }
        terms.add(new Term(value, unit, power, null));
    }

    /** Adds {@code other}, or takes it away. */
    void add(MathSum other, boolean negative) {
        for (Term term : other.terms) {
            double factor = negative ? -term.factor : term.factor;
            if (term.opaque != null) {
                terms.add(new Term(factor, "", 0, term.opaque));
            } else {
                addNumber(factor, term.unit, term.power);
            }
        }
    }

    /** Tells whether all terms are numbers. */
    boolean isKnown() {
        for (Term term : terms) {
            if (term.opaque != null) {
                return false;
            }
        }
        return true;
    }

    private boolean isOne() {
        Term term = terms.get(0);
        return terms.size() == 1 && term.opaque == null && term.unit.isEmpty() && term.factor == 1;
    }

    /** Tells whether all terms are lengths or percentages. */
    boolean isLength() {
        for (Term term : terms) {
            boolean fine = term.power == 1 && (term.unit.equals("%") || Units.isLength(term.unit));
            if (term.opaque != null || !fine) {
                return false;
            }
        }
        return true;
    }

    /** Returns the product or quotient, or null when it cannot be written as a sum of numbers. */
    @Nullable
    MathSum times(MathSum other, boolean divide) {
        if (other.isOne()) {
            return this;
        }
        if (!divide && isOne()) {
            return other;
        }
        if (!isKnown() || !other.isKnown()) {
            return null;
        }
        if (other.terms.size() != 1) {
            return divide || terms.size() != 1 ? null : other.times(this, false);
        }
        Term by = other.terms.get(0);
        if (divide && by.factor == 0) {
            return null;
        }
        MathSum product = new MathSum();
        for (Term term : terms) {
            int power = divide ? -by.power : by.power;
            if (term.power != 0 && power != 0 && !term.unit.equals(by.unit)) {
                return null;
            }
            String unit = term.power == 0 ? by.unit : term.unit;
            int total = term.power + power;
            double factor = divide ? term.factor / by.factor : term.factor * by.factor;
            product.addNumber(factor, total == 0 ? "" : unit, total);
        }
        return product;
    }

    /** Returns the only number of this sum, or null when there are several terms or it cannot be written exactly. */
    Part.@Nullable Num single() {
        if (terms.size() != 1 || terms.get(0).opaque != null) {
            return null;
        }
        return number(terms.get(0));
    }

    /**
     * Returns a single length in pixels to six digits where that is the same to every browser: layout counts in steps of
     * 1/64 px (Blink, WebKit) or 1/60 px (Gecko). Null for anything else.
     */
    Part.@Nullable Num pixels() {
        Term term = terms.get(0);
        if (terms.size() != 1 || term.opaque != null || term.power != 1 || !term.unit.equals("px")) {
            return null;
        }
        double value = term.factor;
        if (!(Math.abs(value) >= 1 && Math.abs(value) < 1000)) {
            return null;
        }
        String text = Numbers.format(value, Math.abs(value) < 10 ? 5 : Math.abs(value) < 100 ? 4 : 3);
        double back = Double.parseDouble(text);
        boolean same =
                Math.floor(back * 64) == Math.floor(value * 64) && Math.round(back * 60) == Math.round(value * 60);
        return same ? new Part.Num(text, "px") : null;
    }

    private static Part.@Nullable Num number(Term term) {
        if (term.power != (term.unit.isEmpty() ? 0 : 1)) {
            return null;
        }
        String text = Numbers.exact(term.factor);
        return text == null ? null : new Part.Num(text, term.unit);
    }

    /** Returns the operands and operators of this sum, or null when a number cannot be written exactly. */
    @Nullable
    List<Part> toParts() {
        List<Part> out = new ArrayList<>(terms.size() * 2);
        for (Term term : ordered()) {
            boolean negative = term.factor < 0;
            Part part = term.opaque;
            if (part == null) {
                Part.Num number = number(term);
                if (number == null) {
                    return null;
                }
                boolean first = out.isEmpty();
                part = negative && !first ? new Part.Num(number.text.substring(1), number.unit) : number;
                negative &= !first;
            } else if (negative && out.isEmpty()) {
                return null;
            }
            if (!out.isEmpty()) {
                out.add(new Part.Sign(negative ? '-' : '+'));
            }
            out.add(part);
        }
        return out;
    }

    /** Returns the terms with a positive one first, where there is one: {@code 1px - 2em} rather than {@code -2em + 1px}. */
    private List<Term> ordered() {
        List<Term> out = new ArrayList<>(terms);
        if (out.size() > 1) {
            out.removeIf(term -> term.opaque == null && term.unit.isEmpty() && term.factor == 0);
        }
        if (!out.isEmpty() && out.get(0).factor < 0) {
            for (int i = 1; i < out.size(); i++) {
                if (out.get(i).factor > 0) {
                    out.add(0, out.remove(i));
                    break;
                }
            }
        }
        return out;
    }
}
