package io.github.assetpipe.maven;

import io.github.assetpipe.report.Budget;
import io.github.assetpipe.report.Weight.Measure;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A {@code <budget>} of a pom. */
public final class BudgetParameters {
    private @Nullable String of;
    private @Nullable String max;
    private @Nullable String measure;

    /** Takes {@code css=60kB} or {@code css=60kB:raw}, the form of the user property. */
    public void set(String text) {
        int equals = text.lastIndexOf('=');
        int colon = text.lastIndexOf(':');
        of = equals < 0 ? text : text.substring(0, equals);
        max = equals < 0 ? null : text.substring(equals + 1, colon > equals ? colon : text.length());
        measure = colon > equals ? text.substring(colon + 1) : null;
    }

    /** Returns the budget. */
    Budget budget(ParameterValues values) {
        Optional<Long> bytes = max == null ? Optional.empty() : Budget.size(max);
        if (of == null || of.isBlank() || bytes.isEmpty()) {
            return values.wrong(
                    "budgets",
                    of + "=" + max,
                    "<of> with css, js, page or a pattern of paths, and <max> with a size such as 60 kB",
                    new Budget("css", Long.MAX_VALUE, Measure.BR));
        }
        return new Budget(of.trim(), bytes.get(), values.choice("budgets.measure", measure, Measure.BR));
    }
}
