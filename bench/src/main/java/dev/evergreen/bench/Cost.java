package dev.evergreen.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.ToDoubleFunction;

/**
 * What a piece of work took, its child processes included. Linux only: it reads {@code /proc}.
 *
 * @param wall seconds
 * @param cpu seconds of all processors
 * @param memory the highest resident set of the process and its children, in MiB
 */
record Cost(double wall, double cpu, double memory) {
    private static final double TICKS = 100;
    /** Rarely enough that walking the processes does not count in what is measured. */
    private static final long SAMPLE_MS = 250;

    /** Something to measure. */
    interface Work {
        void run() throws Exception;
    }

    static Cost of(Work work) throws Exception {
        AtomicLong peak = new AtomicLong(resident());
        ScheduledExecutorService sampler = Executors.newSingleThreadScheduledExecutor();
        try {
            var unused = sampler.scheduleWithFixedDelay(
                    () -> peak.accumulateAndGet(resident(), Math::max), SAMPLE_MS, SAMPLE_MS, TimeUnit.MILLISECONDS);
            double cpu = cpuSeconds();
            long began = System.nanoTime();
            work.run();
            double wall = (System.nanoTime() - began) / 1e9;
            return new Cost(wall, cpuSeconds() - cpu, peak.get() / 1024.0);
        } finally {
            sampler.shutdownNow();
        }
    }

    static double median(List<Cost> costs, ToDoubleFunction<Cost> figure) {
        return costs.stream()
                .map(cost -> figure.applyAsDouble(cost))
                .sorted(Comparator.naturalOrder())
                .skip(costs.size() / 2)
                .findFirst()
                .orElseThrow();
    }

    /** Of this process with all threads, and of the children that have ended. */
    static double cpuSeconds() throws IOException {
        String stat = Files.readString(Path.of("/proc/self/stat"));
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
        long ticks = 0;
        for (int i = 11; i <= 14; i++) {
            ticks += Long.parseLong(fields[i]);
        }
        return ticks / TICKS;
    }

    /** Of this process and its children, in KiB. */
    static long resident() {
        return residentOf("self")
                + ProcessHandle.current()
                        .descendants()
                        .mapToLong(process -> residentOf(Long.toString(process.pid())))
                        .sum();
    }

    private static long residentOf(String process) {
        try {
            return Files.readAllLines(Path.of("/proc", process, "status")).stream()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .sum();
        } catch (IOException e) {
            return 0; // it has just ended
        }
    }
}
