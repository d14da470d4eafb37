/** What the reads of a tag come to: visits at portals, crossings, and the last place. */
@org.jspecify.annotations.NullMarked
package io.tallygate.sightings.tag.domain;
