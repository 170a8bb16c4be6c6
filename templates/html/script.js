// The page is whole without this: it only adds what a reader can do with it.
"use strict";
