package dev.evergreen.notifications.internal;

import dev.evergreen.domain.ProblemException;
import dev.evergreen.domain.notification.NotificationAddress;
import dev.evergreen.domain.notification.NotificationAddressRepository;
import dev.evergreen.jobs.JobFailedException;
import java.util.Optional;

/** To whom messages may go now. Thread-safe. */
final class Recipients {
    private final NotificationAddressRepository addresses;
    private final Outlets outlets;

    Recipients(NotificationAddressRepository addresses, Outlets outlets) {
        this.addresses = addresses;
        this.outlets = outlets;
    }

    /**
     * Empty when the address was removed meanwhile.
     *
     * @throws JobFailedException when the operator does not allow it any more
     */
    Optional<NotificationAddress> of(Message message) throws JobFailedException {
        Optional<NotificationAddress> address = addresses.find(message.addressId());
        if (address.isPresent()) {
            try {
                outlets.require(address.get().channel(), address.get().target());
            } catch (ProblemException e) {
                throw new JobFailedException(String.valueOf(e.getMessage()), Optional.empty(), e);
            }
        }
        return address;
    }
}
