package dev.evergreen.itests;

/** Goes into a test's plugin: it cannot be activated. */
public final class ThrowingComponent implements Runnable {
    public ThrowingComponent() {
        throw new IllegalStateException("the licence file is missing");
    }

    @Override
    public void run() {
        throw new AssertionError("nobody runs it");
    }
}
