/**
 * What every service needs and no service owns: problem details, who is calling and what they may see, pages, and
 * in-memory copies of compacted topics. It knows no word of the ledger.
 */
@org.jspecify.annotations.NullMarked
package io.tallygate.commons;
