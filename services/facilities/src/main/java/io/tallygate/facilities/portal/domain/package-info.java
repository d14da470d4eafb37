/** What a portal is and when one is whole. Knows no framework. */
@org.jspecify.annotations.NullMarked
package io.tallygate.facilities.portal.domain;
