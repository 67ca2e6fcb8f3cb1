package dev.evergreen.spi.provider;

/** Service properties of provider services. */
public final class ProviderProperties {
    /** The plugin's id, equal to its descriptor's; a string. Required. */
    public static final String PLUGIN_ID = "evergreen.plugin.id";

    /** The name of the account that the service works for; a string. Absent where no account is needed. */
    public static final String ACCOUNT = "evergreen.account";

    /**
     * What the vendor lets the account do, as the plugin knows it by default; a string such as
     * {@code calls=50/60s, tokens=90000/60s, concurrency=4}. A rate is a number of units in a time (s, m, h or d); the unit
     * {@code calls} counts requests, any other is named by {@link Provider#units}. {@code concurrency} is how many requests may be
     * under way, counted until their results are there. The engine keeps them over all nodes for (plugin, account), whatever the
     * capability; a vendor that counts its capabilities apart has units of different names. The operator's configuration goes
     * before this, and so does an account's setting of this name. Absent for no limits.
     */
    public static final String LIMITS = "evergreen.limits";

    /** When the vendor's documentation said so; an ISO date such as {@code 2026-02-01}. Shown beside {@link #LIMITS}. */
    public static final String LIMITS_DATE = "evergreen.limits.date";

    private ProviderProperties() {}
}
