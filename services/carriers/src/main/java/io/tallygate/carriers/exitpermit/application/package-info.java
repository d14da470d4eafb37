/** What is done with exit permits: request, decide, revoke, let expire, follow custody, read. */
@org.jspecify.annotations.NullMarked
package io.tallygate.carriers.exitpermit.application;
