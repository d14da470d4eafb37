/** Keyset pages: a page says where the next one begins, so that a list of a million costs what a list of ten does. */
@org.jspecify.annotations.NullMarked
package io.tallygate.commons.paging;
