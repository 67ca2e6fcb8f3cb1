package dev.evergreen.provider.kling.internal;

import dev.evergreen.kit.http.JsonAnswer;
import dev.evergreen.kit.http.VendorRequest;
import dev.evergreen.spi.Money;
import dev.evergreen.spi.provider.CallLookup;
import dev.evergreen.spi.provider.ProviderException;
import dev.evergreen.spi.provider.ProviderException.Kind;
import dev.evergreen.spi.provider.Purchase;
import dev.evergreen.spi.provider.SentCall;
import dev.evergreen.spi.provider.VideoGenerator;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Asks what became of an order: by its task, else by the call's own id, which every order has. */
final class KlingLookups implements CallLookup {
    private final KlingAccount account;

    KlingLookups(KlingAccount account) {
        this.account = account;
    }

    @Override
    public Purchase lookUp(SentCall call, Duration timeout) throws ProviderException {
        for (String address : addresses(call)) {
            try {
                return purchase(account.checked(account.client().send(VendorRequest.get(address), timeout)));
            } catch (ProviderException e) {
                if (e.kind() != Kind.UNSUPPORTED) {
                    throw e;
                }
                // There is no such task at this path.
            }
        }
        return new Purchase.NotBought();
    }

    private static List<String> addresses(SentCall call) throws ProviderException {
        if (call.task().isPresent()) {
            return List.of(KlingTasks.address(call.task().get()));
        }
        return call.capability().equals(VideoGenerator.class.getSimpleName())
                ? List.of(
                        KlingTasks.address(KlingTasks.TEXT_TO_VIDEO, call.id()),
                        KlingTasks.address(KlingTasks.IMAGE_TO_VIDEO, call.id()))
                : List.of(KlingTasks.address(KlingTasks.IMAGES, call.id()));
    }

    private Purchase purchase(JsonAnswer body) throws ProviderException {
        String status = body.text("/data/task_status");
        Optional<Money> charge = account.charge(body);
        if (status.equals("succeed") || status.equals("failed")) {
            if (charge.isPresent() && !charge.get().isZero()) {
                return new Purchase.Bought(charge.get());
            }
            return status.equals("failed")
                    ? new Purchase.NotBought()
                    : new Purchase.Unclear("Kling AI made it but does not say what it cost.");
        }
        return new Purchase.Unclear("Kling AI still works on it.");
    }
}
