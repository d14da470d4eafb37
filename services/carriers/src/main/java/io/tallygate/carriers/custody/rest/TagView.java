package io.tallygate.carriers.custody.rest;

import io.tallygate.carriers.custody.domain.Tag;
import io.tallygate.epc.EpcCodec;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * The tag on an item.
 *
 * @param epcUri what GS1 calls the EPC: a pure identity URI, or a raw one where the scheme is not understood
 */
@Schema(requiredProperties = {"epc", "epcUri"})
public record TagView(String epc, @Nullable String tid, String epcUri) {

    static @Nullable TagView of(@Nullable Tag tag) {
        return tag == null ? null : new TagView(tag.epc(), tag.tid(), EpcCodec.uri(tag.epc()));
    }
}
