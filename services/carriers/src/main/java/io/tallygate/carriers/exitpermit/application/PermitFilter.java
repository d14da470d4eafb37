package io.tallygate.carriers.exitpermit.application;

import io.tallygate.carriers.exitpermit.domain.PermitState;
import io.tallygate.carriers.identifier.ItemId;
import io.tallygate.commons.paging.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Which permits a list holds; null does not filter.
 *
 * @param item one of the items it names
 * @param after where the page begins, null for the first
 */
public record PermitFilter(
        @Nullable PermitState state,
        @Nullable ItemId item,
        int limit,
        @Nullable Cursor after) {}
