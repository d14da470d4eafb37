/** Lists straight from SQL: conditions that are there or not, and rows as records. */
@org.jspecify.annotations.NullMarked
package io.tallygate.carriers.query;
