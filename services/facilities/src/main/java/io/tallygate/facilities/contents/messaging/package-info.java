/** Follows the custody of every item. */
@org.jspecify.annotations.NullMarked
package io.tallygate.facilities.contents.messaging;
