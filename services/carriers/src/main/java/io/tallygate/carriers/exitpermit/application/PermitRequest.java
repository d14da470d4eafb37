package io.tallygate.carriers.exitpermit.application;

import io.tallygate.carriers.exitpermit.domain.Terms;
import io.tallygate.carriers.identifier.ItemId;
import java.util.List;

/** What is asked for; its form has been checked. */
public record PermitRequest(List<ItemId> items, Terms terms) {

    public PermitRequest {
        items = List.copyOf(items);
    }
}
