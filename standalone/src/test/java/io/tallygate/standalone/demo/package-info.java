/** The demo loader against a gateway made for the purpose. */
@NullMarked
package io.tallygate.standalone.demo;

import org.jspecify.annotations.NullMarked;
