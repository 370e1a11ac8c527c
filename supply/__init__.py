"""What the project is made of: versions, hashes, licences."""
