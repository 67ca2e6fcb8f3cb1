package dev.evergreen.vendor.simulator;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The vendor's bill and its tasks. They survive its outages. */
final class Books {
    /** A task and how often its output was asked for. */
    static final class Task {
        final Invoice invoice;
        final long readyAt;
        final boolean firstAddressExpires;
        boolean cancelled;
        int addresses;

        Task(Invoice invoice, long readyAt, boolean firstAddressExpires) {
            this.invoice = invoice;
            this.readyAt = readyAt;
            this.firstAddressExpires = firstAddressExpires;
        }
    }

    private final Terms terms;
    private final List<Invoice> invoices = new ArrayList<>();
    private final Map<String, Task> tasks = new HashMap<>();

    Books(Terms terms) {
        this.terms = terms;
    }

    /** Charges for an order; not again for one that is known by its key. */
    synchronized Invoice charge(String account, String order) {
        if (terms.knowsKeys()) {
            Optional<Invoice> known = find(account, order);
            if (known.isPresent()) {
                return known.get();
            }
        }
        Invoice invoice = new Invoice(invoices.size() + 1, account, order, terms.price());
        invoices.add(invoice);
        return invoice;
    }

    synchronized Optional<Invoice> find(String account, String order) {
        return invoices.stream()
                .filter(invoice ->
                        invoice.account().equals(account) && invoice.order().equals(order))
                .findFirst();
    }

    synchronized List<Invoice> invoices() {
        return List.copyOf(invoices);
    }

    /** The task of an invoice. */
    synchronized String open(Invoice invoice, boolean firstAddressExpires) {
        String id = "task-" + invoice.number();
        tasks.putIfAbsent(id, new Task(invoice, System.nanoTime() + terms.task().toNanos(), firstAddressExpires));
        return id;
    }

    /** How a task stands, as the vendor words it; empty for none of that account. */
    synchronized Optional<String> state(String account, String id) {
        Task task = tasks.get(id);
        if (task == null || !task.invoice.account().equals(account)) {
            return Optional.empty();
        }
        String charge = "\ncharge=" + task.invoice.amount().toPlainString() + "\n";
        if (task.cancelled) {
            return Optional.of("state=cancelled" + charge);
        }
        if (System.nanoTime() - task.readyAt < 0) {
            return Optional.of("state=running\n");
        }
        task.addresses++;
        return Optional.of("state=succeeded\noutput=/v1/outputs/" + id + "/" + task.addresses + charge);
    }

    /** Whether the output may still be fetched from that address of a task. */
    synchronized boolean delivers(String id, int address) {
        Task task = tasks.get(id);
        return task != null && !(task.firstAddressExpires && address == 1);
    }

    /** What has begun is charged all the same. */
    synchronized void cancel(String account, String id) {
        Task task = tasks.get(id);
        if (task != null && task.invoice.account().equals(account) && System.nanoTime() - task.readyAt < 0) {
            task.cancelled = true;
        }
    }
}
