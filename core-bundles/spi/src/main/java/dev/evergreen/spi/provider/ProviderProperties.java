package dev.evergreen.spi.provider;

/** Service properties of provider services. */
public final class ProviderProperties {
    /** The plugin's id, equal to its descriptor's; a string. Required. */
    public static final String PLUGIN_ID = "evergreen.plugin.id";

    /** The name of the account that the service works for; a string. Absent where no account is needed. */
    public static final String ACCOUNT = "evergreen.account";

    private ProviderProperties() {}
}
