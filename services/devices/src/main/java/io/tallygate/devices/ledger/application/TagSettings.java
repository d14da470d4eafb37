package io.tallygate.devices.ledger.application;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How tags are named. */
@ConfigMapping(prefix = "tallygate.devices.epc")
public interface TagSettings {

    /** The organisation's GS1 company prefix, 6 to 12 digits: proposed EPCs lie under it. One that the gates know as ours. */
    @WithDefault("0614141")
    String companyPrefix();
}
