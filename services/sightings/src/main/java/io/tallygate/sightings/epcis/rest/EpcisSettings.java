package io.tallygate.sightings.epcis.rest;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How places are called towards outsiders. */
@ConfigMapping(prefix = "tallygate.sightings.epcis")
public interface EpcisSettings {

    /** What the URI of a read point begins with; the portal's code follows. An organisation with GLNs puts a URI of its own domain here. */
    @WithDefault("urn:tallygate:portal:")
    String readPointPrefix();

    /** Likewise of a business location; the room's code follows. */
    @WithDefault("urn:tallygate:room:")
    String bizLocationPrefix();

    /** Likewise of the rule by which a gate decides; its version follows. */
    @WithDefault("urn:tallygate:rule:")
    String rulePrefix();

    /** Likewise of a figure that a decision rests on; its name follows. */
    @WithDefault("urn:tallygate:figure:")
    String figurePrefix();
}
