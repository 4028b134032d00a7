/** Instagram: containers that are made, waited for and published; with Instagram Login or Facebook Login. */
@NullMarked
package planner.adapter.instagram;

import org.jspecify.annotations.NullMarked;
