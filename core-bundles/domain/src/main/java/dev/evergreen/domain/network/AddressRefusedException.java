package dev.evergreen.domain.network;

import java.io.IOException;

/** An address that is never asked; the message is a clause that goes on after the address. */
public final class AddressRefusedException extends IOException {
    private static final long serialVersionUID = 1L;

    public AddressRefusedException(String message) {
        super(message);
    }
}
