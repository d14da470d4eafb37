package io.tallygate.carriers.custody.application;

import io.tallygate.carriers.custody.domain.CustodyStatus;
import io.tallygate.commons.paging.Cursor;
import org.jspecify.annotations.Nullable;

/**
 * Which items a list holds; null does not filter.
 *
 * @param text part of the ledger number or the name, any case
 * @param after where the page begins, null for the first
 */
public record CustodyFilter(
        @Nullable CustodyStatus state,
        @Nullable String department,
        @Nullable String text,
        int limit,
        @Nullable Cursor after) {}
