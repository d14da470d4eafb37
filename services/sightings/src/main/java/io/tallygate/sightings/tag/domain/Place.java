package io.tallygate.sightings.tag.domain;

/** A tag at a portal: what visits are counted for. */
public record Place(Epc epc, String portalCode) {

    /** One text for both; an EPC holds no bar. */
    public String key() {
        return epc + "|" + portalCode;
    }
}
