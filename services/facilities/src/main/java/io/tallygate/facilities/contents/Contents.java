package io.tallygate.facilities.contents;

import io.tallygate.commons.paging.Page;

/**
 * One page of what belongs into a cabinet, for one caller.
 *
 * @param count of all pages together
 */
public record Contents(Page<ContentItem> page, long count) {}
