@org.jspecify.annotations.NullMarked
package io.tallygate.facilities.desk;
