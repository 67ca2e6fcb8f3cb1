package dev.evergreen.persistence.internal.notifications;

import dev.evergreen.domain.notification.Channel;
import dev.evergreen.domain.notification.NotificationAddress;
import dev.evergreen.persistence.internal.Rows;
import org.jdbi.v3.core.mapper.RowMapper;

/** Reads rows of {@code notification_addresses}. */
public final class AddressRows {
    /** Columns of every query that is mapped; the table is {@code a}. */
    public static final String COLUMNS = "a.id, a.user_id, a.channel, a.target, a.secret, a.created_at";

    public static final RowMapper<NotificationAddress> MAPPER = (row, context) -> new NotificationAddress(
            Rows.id(row, "id"),
            Rows.id(row, "user_id"),
            Rows.constant(row, "channel", Channel.class),
            row.getString("target"),
            row.getString("secret"),
            Rows.instant(row, "created_at"));

    private AddressRows() {}
}
