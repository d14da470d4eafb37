/** Personnel through its outermost door: every refusal over HTTP, every change seen in the register and on the topics. */
@org.jspecify.annotations.NullMarked
package io.tallygate.personnel;
