package io.github.assetpipe.demo.catalog;

/** How many of a plant are left, as a visitor is told. */
public enum Stock {
    /** Enough. */
    IN("in", "In stock"),
    /** The last few. */
    LOW("low", "Only a few left"),
    /** None. */
    OUT("out", "Growing more");

    private final String key;
    private final String label;

    Stock(String key, String label) {
        this.key = key;
        this.label = label;
    }

    /** Returns the class name's last part. */
    public String getKey() {
        return key;
    }

    /** Returns the words shown to visitors. */
    public String getLabel() {
        return label;
    }

    static Stock of(int number) {
        if (number == 0) {
            return OUT;
        }
        return number < 5 ? LOW : IN;
    }
}
