/** The table of parts against what stands in docker-compose.yml, k8s/ and the realms. */
@NullMarked
package io.tallygate.standalone;

import org.jspecify.annotations.NullMarked;
