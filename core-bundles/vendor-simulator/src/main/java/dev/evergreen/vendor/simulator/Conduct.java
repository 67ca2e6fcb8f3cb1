package dev.evergreen.vendor.simulator;

/** What the vendor does with one order. */
public enum Conduct {
    /** Charges and serves. */
    SERVE(true),
    /** Charges at once and serves late. */
    SLOW(true),
    /** Answers 429 with Retry-After. */
    RATE_LIMIT(false),
    /** Answers 500. */
    FAIL(false),
    /** Takes the order and never answers. */
    HANG(false),
    /** Charges, and breaks off in the middle of the answer. */
    CUT(true),
    /** Charges, and closes the connection without an answer. */
    LOSE_ANSWER(true),
    /** Charges, and answers 200 with something else. */
    GARBAGE(true),
    /** Refuses the content. */
    REFUSE(false),
    /** Charges and serves, but the first address of a task's output has expired. */
    EXPIRE_OUTPUT(true);

    private final boolean charges;

    Conduct(boolean charges) {
        this.charges = charges;
    }

    /** Whether the order is on the bill. */
    public boolean charges() {
        return charges;
    }
}
