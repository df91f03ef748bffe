"""For one C capsule that test_sys names at its top."""
datetime_CAPI = object()
